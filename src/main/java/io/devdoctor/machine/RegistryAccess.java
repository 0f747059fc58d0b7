package io.devdoctor.machine;

import io.devdoctor.machine.RegistryMirrors.HttpAnswer;
import io.devdoctor.machine.RegistryMirrors.Trial;
import java.util.List;

/// The registries from which this machine pulls, by what it has pulled and where its user has signed in, each asked
/// step by step.
///
/// @param images   how many images told where they come from; Absent = no engine runs
/// @param signedIn how many registries config.json has a sign-in for; Absent = no such file
/// @param proxy    as in [RegistryMirrors#proxy]
public record RegistryAccess(
        Reading<Integer> images, Reading<Integer> signedIn, List<Registry> registries, Reading<String> proxy) {
    public RegistryAccess {
        registries = List.copyOf(registries);
    }

    /// @param name   as in the names of images, such as `ghcr.io` or `registry.example.com:5000`
    /// @param use    what makes us think that it is used
    /// @param direct without a proxy
    /// @param proxied through the proxy; NotApplicable where none is known, or none was needed
    public record Registry(String name, Use use, Attempt direct, Reading<Attempt> proxied) {}

    public enum Use {
        /// An image came from there.
        PULLED,
        /// An image bears its name, whether it came from there or was built here under that name.
        NAMED,
        /// config.json has a sign-in for it.
        SIGNED_IN,
        /// Nothing else is known to be used, and this is where Docker looks first.
        DEFAULT
    }

    /// Each question is asked only where the one before was answered well; those after it are NotApplicable.
    ///
    /// @param address whether the name has one; Absent = it has none
    /// @param port    whether a connection is accepted; Absent = refused
    /// @param http    `GET /v2/`
    /// @param pull    token and manifest, of Docker Hub alone: both cost nothing of its rate limit
    public record Attempt(
            Reading<List<String>> address,
            Reading<Boolean> port,
            Reading<Handshake> tls,
            Reading<HttpAnswer> http,
            List<Trial> pull) {
        public Attempt {
            pull = List.copyOf(pull);
        }
    }
}
