package io.devdoctor.privacy;

import java.util.Optional;
import java.util.Set;

/// One line of a document's legend: `name` ("ip-2") stands `count` times for something of this kind and shape;
/// `sameNetworkAs` is the first address of the same /24 (IPv6: /64).
public record Pseudonym(String name, Kind kind, Set<Shape> shape, Optional<String> sameNetworkAs, int count) {
    public Pseudonym {
        shape = Set.copyOf(shape);
    }
}
