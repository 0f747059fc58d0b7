/// Measurements that print ratios against a yardstick in the same run; no tests.
@NullMarked
package io.devdoctor.bench;

import org.jspecify.annotations.NullMarked;
