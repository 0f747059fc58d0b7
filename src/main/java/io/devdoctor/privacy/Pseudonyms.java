package io.devdoctor.privacy;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/// Replaces everything that tells whose machine it is by pseudonyms, ordinal by kind: one instance per document.
///
/// Deterministic: the same texts in the same order give the same document; the known user, host and home are always
/// number 1.
/// [#learn] every text before the first [#apply] where a registry's host may show only later that it is one. Not
/// thread-safe.
public final class Pseudonyms {
    private final Ledger ledger;
    private final Registries registries = new Registries();
    private final Homes homes;
    private final Names hostName;
    private final Names userName;

    /// For a document that people read.
    public Pseudonyms(Identity identity) {
        this(identity, Naming.LABELS);
    }

    private Pseudonyms(Identity identity, Naming naming) {
        this.ledger = new Ledger(naming);
        Set<String> common = WordFile.read("common-names.txt");
        this.homes = new Homes(identity, ledger);
        this.hostName = Names.host(identity.host(), common, ledger);
        this.userName = Names.user(identity.user(), common, ledger);
    }

    /// For a recording that programs read: paths stay paths, addresses addresses, hosts hosts.
    ///
    /// @param random decides how private addresses are turned
    public static Pseudonyms wellFormed(Identity identity, RandomGenerator random) {
        return new Pseudonyms(identity, new StandIns(random));
    }

    /// Looks for registry hosts without replacing anything.
    public void learn(String text) {
        registries.learn(Secrets.mask(text).text(), ledger);
    }

    /// Remembers a registry of which the caller knows that it is one.
    ///
    /// @param registry `host`, `host:port` or a URL
    public void learnRegistry(String registry) {
        String host = registry.replaceFirst("^[A-Za-z][A-Za-z0-9+.-]*://", "").replaceFirst("^[^/]*@", "");
        registries.declare(host.replaceFirst("[/?#].*$", ""), ledger);
    }

    /// The text without secrets and without identities. Applying it again changes nothing.
    public String apply(String text) {
        String result = Secrets.mask(text).text();
        registries.learn(result, ledger);
        result = subjects(result);
        result = homes.apply(result, ledger);
        result = Emails.apply(result, ledger);
        result = registries.apply(result, ledger);
        result = hostName.apply(result, ledger);
        result = registries.applyToNeighbours(result, ledger);
        result = userName.apply(result, ledger);
        return Addresses.apply(result, ledger);
    }

    /// A path as a whole, such as a project's folder.
    public String path(String path) {
        return ledger.use(Kind.PATH, path, Shapes.path(path));
    }

    /// A user's name of which the caller knows that it is one.
    public String user(String name) {
        return name.isBlank() ? name : ledger.use(Kind.USER, name.strip().toLowerCase(Locale.ROOT), Shapes.text(name));
    }

    /// A machine's name of which the caller knows that it is one.
    public String host(String name) {
        return name.isBlank() ? name : ledger.use(Kind.HOST, name.strip().toLowerCase(Locale.ROOT), Shapes.text(name));
    }

    /// A host of which the caller knows that it is a registry (`host` or `host:port`): as it is to be shown.
    public String registry(String host) {
        registries.declare(host, ledger);
        return apply(host);
    }

    /// A certificate's subject; from now on [#apply] replaces it too.
    public String certificate(String subject) {
        return subject.isBlank() ? subject : ledger.use(Kind.CERTIFICATE, subject, Shapes.text(subject));
    }

    /// The value of a container's environment variable; an empty one stays empty.
    public String environment(String value) {
        return value.isEmpty() ? value : ledger.use(Kind.ENVIRONMENT, value, Shapes.value(value));
    }

    /// `NAME=value` as Docker lists it: the name stays.
    public String environmentEntry(String entry) {
        int equals = entry.indexOf('=');
        return equals < 0 ? entry : entry.substring(0, equals + 1) + environment(entry.substring(equals + 1));
    }

    /// What each pseudonym that was used stands for, by kind and number.
    public List<Pseudonym> legend() {
        return ledger.legend();
    }

    /// How many replacements were made, for every kind.
    public Map<Kind, Integer> counts() {
        return ledger.counts();
    }

    private String subjects(String text) {
        String result = text;
        for (String subject : ledger.keys(Kind.CERTIFICATE)) {
            if (subject.length() >= 4 && result.toLowerCase(Locale.ROOT).contains(subject.toLowerCase(Locale.ROOT))) {
                Pattern pattern = Pattern.compile(Pattern.quote(subject), Pattern.CASE_INSENSITIVE);
                result = Replacing.matches(pattern, result, 0, _ -> certificate(subject))
                        .text();
            }
        }
        return result;
    }
}
