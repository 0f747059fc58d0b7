package io.devdoctor.check.project.stage;

import io.devdoctor.check.project.image.KnownImage.Accounts;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// The users and groups of a stage.
final class AccountList {
    private final Set<String> users = new HashSet<>();
    private final Set<String> groups = new HashSet<>();
    /// Whether the base's own are known, and nothing may have added others.
    private boolean complete;
    private boolean certain;

    private AccountList(boolean complete, boolean certain) {
        this.complete = complete;
        this.certain = certain;
    }

    static AccountList ofScratch() {
        return new AccountList(true, true);
    }

    /// @param known empty = nobody knows the image's
    static AccountList ofImage(Optional<Accounts> known) {
        AccountList list = new AccountList(known.isPresent(), false);
        known.ifPresent(accounts -> {
            list.users.addAll(accounts.users());
            list.groups.addAll(accounts.groups());
        });
        return list;
    }

    AccountList copy() {
        AccountList copy = new AccountList(complete, certain);
        copy.add(this);
        return copy;
    }

    /// Those of `/etc/passwd` and `/etc/group` that were copied from there.
    void add(AccountList other) {
        users.addAll(other.users);
        groups.addAll(other.groups);
        complete &= other.complete;
        certain &= other.certain;
    }

    void addUser(String name) {
        users.add(name);
        groups.add(name);
    }

    void addGroup(String name) {
        groups.add(name);
    }

    /// Something may have added more.
    void open() {
        complete = false;
    }

    /// @param user a name; a number needs no entry
    Found.State user(String user) {
        return state(user, users);
    }

    Found.State group(String group) {
        return state(group, groups);
    }

    private Found.State state(String name, Set<String> known) {
        if (name.isEmpty() || name.chars().allMatch(c -> c >= '0' && c <= '9')) return Found.State.PRESENT;
        // BuildKit knows root without a file.
        if (known.contains(name) || name.equals("root")) return Found.State.PRESENT;
        if (!complete) return Found.State.UNKNOWN;
        return certain ? Found.State.MISSING : Found.State.PROBABLY_MISSING;
    }
}
