package io.devdoctor.desktop;

import io.devdoctor.proof.Proof;
import io.devdoctor.system.Ports;
import io.devdoctor.system.recorded.RecordedPorts;
import io.devdoctor.system.recorded.RecordingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import tools.jackson.databind.json.JsonMapper;

/// A recorded machine with one project, in which files have what editors hide.
final class ShopMachine {
    static final String FOLDER = "C:\\src\\shop";
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private static final String SHOP = """
        {
          "base": "projects/sound-go.json",
          "project": {
            "C:\\\\src\\\\shop": {
              "Dockerfile": "FROM debian:trixie-slim\\nCOPY --chmod=755 docker/entrypoint.sh /entrypoint.sh\\nUSER 65532\\nENTRYPOINT [\\"/entrypoint.sh\\"]\\nCMD [\\"/usr/local/bin/shop\\"]\\n",
              "docker/entrypoint.sh": "#!/bin/sh\\r\\nset -e\\r\\nif [ -n \\"$WAIT\\" ]; then\\r\\n\\tsleep 1\\r\\nfi\\r\\nexec \\"$@\\"\\r\\n",
              "compose.override.yaml": "\\uFEFFservices:\\n  app:\\n    privileged: true\\n    volumes:\\n      - /var/run/docker.sock:/var/run/docker.sock\\n",
              ".dockerignore": "node_modules # generated\\n.git\\n*.log\\n"
            }
          }
        }
        """;

    private ShopMachine() {}

    static Ports ports() throws RecordingException {
        Proof proof = new Proof(Path.of("shop"), MAPPER.readTree(SHOP));
        return RecordedPorts.open(
                MAPPER.writeValueAsString(proof.recording()).getBytes(StandardCharsets.UTF_8), "shop");
    }
}
