/// Makes of the distribution what people install: a runtime image, an app image, a portable zip, on Windows an MSI, and
/// the manifests of package managers. It runs in the build alone and is no part of DevDoctor.
@org.jspecify.annotations.NullMarked
package io.devdoctor.installer;
