package io.devdoctor.check.project.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.devdoctor.check.project.Dockerfiles;
import io.devdoctor.testing.ProjectFacts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificatesCheckTest {
    private static final String BUILD =
            "FROM golang:1.26 AS b;WORKDIR /a;COPY . .;RUN CGO_ENABLED=0 go build -o /m .;FROM ";
    private static final String CALLS =
            "package main\n\nimport \"net/http\"\n\nfunc main() { http.Get(\"https://api.shop.example/v1?key=x\") }\n";
    private static final String ZONED =
            "package main\n\nimport \"time\"\n\nfunc main() { time.LoadLocation(\"Asia/Shanghai\") }\n";

    private static ProjectFacts project(String dockerfile, String main) {
        return Dockerfiles.with((BUILD + dockerfile).split(";"))
                .and("go.mod", "module example.com/shop\n\ngo 1.26\n")
                .and("main.go", main);
    }

    private static String said(String dockerfile, String main) {
        return Said.by(new CertificatesCheck(), project(dockerfile, main)).all();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "scratch;COPY --from=b /m /m@true",
                "debian:trixie-slim;COPY --from=b /m /m@true",
                "ubuntu:24.04;COPY --from=b /m /m@true",
                "busybox;COPY --from=b /m /m@true",
                "node:24-slim;COPY --from=b /m /m@true",
                "alpine;COPY --from=b /m /m@false",
                "gcr.io/distroless/static;COPY --from=b /m /m@false",
                "example.com/base;COPY --from=b /m /m@false",
                "scratch;COPY --from=ubuntu /out /;COPY --from=b /m /m@false",
                "scratch;COPY --from=b /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/;COPY --from=b /m /m@false",
                "scratch;COPY --from=alpine /etc/ssl/cert.pem /etc/ssl/cert.pem;COPY --from=b /m /m@false",
                "scratch;COPY my-ca.pem /x/;ENV SSL_CERT_FILE=/x/my-ca.pem;COPY --from=b /m /m@false",
                "debian;RUN apt-get update && apt-get install -y ca-certificates;COPY --from=b /m /m@false",
                "debian AS base;RUN apt-get update && apt-get install -y ca-certificates;FROM base;COPY --from=b /m"
                        + " /m@false",
            })
    void findsMissingCertificates(String dockerfile, boolean fires) {
        assertThat(said(dockerfile, CALLS)).isEqualTo(fires ? "warning no-certificates 5 5" : "");
    }

    @Test
    void asksWhetherTheProgramCalls() {
        String end = "scratch;COPY --from=b /m /m";

        assertThat(said(end, CALLS.replace("https", "http"))).isEmpty();
        assertThat(said(end, CALLS.replace("net/http", "fmt"))).isEmpty();
        assertThat(said(
                        end,
                        CALLS.replace(
                                "\"net/http\"", "(\n\"net/http\"\n_ \"golang.org/x/crypto/x509roots/fallback\"\n)")))
                .isEmpty();
        assertThat(said(end, "package main\n\nimport _ \"github.com/stripe/stripe-go/v80\"\n"))
                .isEqualTo("warning no-certificates 5 3");
        assertThat(said(end, CALLS.replace("api.shop.example", "json-schema.org")))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "scratch@COPY --from=b /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt",
                "debian:trixie-slim@COPY --from=b /etc/ssl/certs/ca-certificates.crt"
                        + " /etc/ssl/certs/ca-certificates.crt",
            })
    void bringsCertificates(String image, String line) {
        Said said = Said.by(new CertificatesCheck(), project(image + ";COPY --from=b /m /m", CALLS));

        assertThat(said.fixed()).isEqualTo((BUILD + image + ";" + line + ";COPY --from=b /m /m;").replace(";", "\n"));
        assertThat(said(image + ";" + line + ";COPY --from=b /m /m", CALLS)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "scratch;COPY --from=b /m /m@problem no-zones 5 5",
                "alpine;COPY --from=b /m /m@warning no-zones 5 5",
                "alpine;RUN apk add tzdata;COPY --from=b /m /m@",
                "alpine;COPY --from=b /usr/share/zoneinfo /usr/share/zoneinfo;COPY --from=b /m /m@",
                "alpine;COPY --from=b /usr/share/zoneinfo/Asia/Shanghai /etc/localtime;COPY --from=b /m /m@",
                "scratch;COPY --from=b /usr/local/go/lib/time/zoneinfo.zip /;ENV ZONEINFO=/zoneinfo.zip;COPY --from=b"
                        + " /m /m@",
                "debian;COPY --from=b /m /m@",
                "gcr.io/distroless/static;COPY --from=b /m /m@",
            })
    void findsMissingZones(String dockerfile, String expected) {
        assertThat(said(dockerfile, ZONED)).isEqualTo(expected == null ? "" : expected);
    }

    @Test
    void knowsProgramsThatBringTheirZones() {
        String end = "scratch;COPY --from=b /m /m";

        assertThat(said(end, ZONED.replace("\"time\"", "(\n\"time\"\n_ \"time/tzdata\"\n)")))
                .isEmpty();
        assertThat(said(end, ZONED.replace("Asia/Shanghai", "UTC"))).isEmpty();
        ProjectFacts tagged = project(end, ZONED)
                .and(
                        "Dockerfile",
                        (BUILD + end + ";")
                                .replace(" -o", " -tags timetzdata -o")
                                .replace(";", "\n"));
        assertThat(Said.by(new CertificatesCheck(), tagged).all()).isEmpty();
    }

    @Test
    void knowsNamesThatDebianGaveUp() {
        String old = ZONED.replace("Asia/Shanghai", "US/Central");

        assertThat(said("debian:trixie-slim;COPY --from=b /m /m", old)).isEqualTo("warning legacy-zone 5 5");
        assertThat(said("debian:bookworm-slim;COPY --from=b /m /m", old)).isEmpty();
        assertThat(said("gcr.io/distroless/static-debian13;COPY --from=b /m /m", old))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '@',
            quoteCharacter = '~',
            value = {
                "alpine@RUN apk add --no-cache tzdata",
                "scratch@COPY --from=b /usr/share/zoneinfo /usr/share/zoneinfo",
            })
    void bringsZones(String image, String line) {
        Said said = Said.by(new CertificatesCheck(), project(image + ";COPY --from=b /m /m", ZONED));

        assertThat(said.fixed()).isEqualTo((BUILD + image + ";" + line + ";COPY --from=b /m /m;").replace(";", "\n"));
        assertThat(said(image + ";" + line + ";COPY --from=b /m /m", ZONED)).isEmpty();
    }
}
