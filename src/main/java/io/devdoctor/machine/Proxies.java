package io.devdoctor.machine;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// Through which proxies programs of this user reach the web, place by place. Credentials are never kept.
///
/// @param places only those that name a proxy, or that could not be read
/// @param desktopFollows Docker Desktop takes the proxy of Windows, and none of its own; Absent = no Docker Desktop
public record Proxies(List<Place> places, Reading<Boolean> desktopFollows) {
    public Proxies {
        places = List.copyOf(places);
    }

    public enum Kind {
        /// The user's setting of Windows, which browsers and Docker Desktop follow.
        WININET,
        /// Of services of Windows.
        WINHTTP,
        /// A variable of the environment.
        VARIABLE,
        GIT,
        /// Set by hand in Docker Desktop.
        DOCKER_DESKTOP,
        /// Given to containers by config.json.
        DOCKER_CONFIG
    }

    /// @param name the variable, the Git setting, or ""
    /// @param scope `user`, `machine` or `process`, "" where that does not arise
    /// @param stored how the registry holds a variable; empty where it carries credentials or does not stand there
    public record Place(
            Kind kind, String name, String scope, Reading<Setting> setting, Optional<RegistryValue> stored) {

        /// Names this place among all: `wininet..`, `variable.user.https_proxy`.
        public String id() {
            return (kind + "." + scope + "." + name).toLowerCase(Locale.ROOT);
        }
    }

    /// @param servers none where a script decides
    /// @param script  address of a PAC file, "" = none
    /// @param bypass  hosts that are reached directly, as written
    public record Setting(List<Server> servers, String script, String bypass) {
        public Setting {
            servers = List.copyOf(servers);
        }
    }

    /// @param listens whether something accepts connections there; asked of this computer alone
    public record Server(String scheme, String host, int port, Reading<Boolean> listens) {
        /// The one computer itself, by any name.
        public boolean isLoopback() {
            return isLoopback(host);
        }

        /// As [#isLoopback], of the host of any address.
        public static boolean isLoopback(String host) {
            String bare = host.toLowerCase(Locale.ROOT);
            return bare.equals("localhost") || bare.equals("[::1]") || bare.matches("127(\\.\\d{1,3}){3}");
        }

        /// Nothing accepts connections there: whoever is sent to it reaches nothing.
        public boolean isDead() {
            return listens.isAbsent();
        }

        /// `host:port`.
        public String address() {
            return host + ":" + port;
        }
    }

    /// The places of one kind.
    public Stream<Place> of(Kind kind) {
        return places.stream().filter(place -> place.kind() == kind);
    }

    /// The one place of a kind; Absent where it names no proxy.
    public Reading<Setting> setting(Kind kind, Source source) {
        return of(kind).map(Place::setting).findFirst().orElseGet(() -> new Reading.Absent<>(source));
    }
}
