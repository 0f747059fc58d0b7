package io.devdoctor.system.live;

import io.devdoctor.machine.Bytes;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Reading.Cause;
import io.devdoctor.machine.Source;
import io.devdoctor.machine.project.GitRepository;
import io.devdoctor.machine.project.GitRepository.IndexEntry;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Repositories;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.util.SystemReader;

/// Repositories through JGit.
public final class JGitRepositories implements Repositories {
    static {
        SystemReader.setInstance(new QuietSystemReader());
    }

    @Override
    public Reading<GitRepository> repository(String folder, Set<String> blobs) {
        Source source = new Source(Source.Kind.FILE, folder, Instant.now());
        return Bounded.read(source, Budget.GIT, () -> read(folder, blobs, source));
    }

    private static Reading<GitRepository> read(String folder, Set<String> blobs, Source source) {
        try {
            Path place = Path.of(folder);
            Optional<GitFolder> found = GitFolder.around(place);
            if (found.isEmpty()) return new Reading.Absent<>(source);
            GitFolder git = found.get();
            Source there = new Source(Source.Kind.FILE, git.gitDir().toString(), source.at());
            return new Reading.Known<>(read(place, git, blobs, there), there);
        } catch (AccessDeniedException e) {
            return new Reading.Unknown<>(Cause.DENIED, Reading.reason(e), source);
        } catch (IOException | InvalidPathException e) {
            return new Reading.Unknown<>(Cause.UNREADABLE, Reading.reason(e), source);
        }
    }

    private static GitRepository read(Path place, GitFolder git, Set<String> blobs, Source source) throws IOException {
        try (Repository repository = new FileRepositoryBuilder()
                .setGitDir(git.gitDir().toFile())
                .setWorkTree(git.workTree().toFile())
                .setMustExist(true)
                .build()) {
            String below = git.workTree().relativize(place).toString().replace('\\', '/');
            Map<String, String> config = settings(repository.getConfig());
            Reading<Map<String, IndexEntry>> index = index(repository, below, blobs, source.at(" : index"));
            return new GitRepository(git.workTree().toString(), git.gitDir().toString(), git.kind(), config, index);
        }
    }

    private static Reading<Map<String, IndexEntry>> index(
            Repository repository, String below, Set<String> blobs, Source source) {
        String start = below.isEmpty() ? "" : below + "/";
        Map<String, IndexEntry> entries = new TreeMap<>();
        try (ObjectReader objects = repository.newObjectReader()) {
            var index = repository.readDirCache();
            for (int i = 0; i < index.getEntryCount(); i++) {
                DirCacheEntry entry = index.getEntry(i);
                String path = entry.getPathString();
                if (!path.startsWith(start)) continue;
                String inside = path.substring(start.length());
                Optional<Reading<Bytes>> blob =
                        blobs.contains(inside) ? Optional.of(blob(objects, entry, source)) : Optional.empty();
                entries.put(
                        inside,
                        new IndexEntry(
                                inside, entry.getRawMode(), entry.getObjectId().name(), blob));
            }
            return new Reading.Known<>(entries, source);
        } catch (AccessDeniedException e) {
            return new Reading.Unknown<>(Cause.DENIED, Reading.reason(e), source);
        } catch (IOException | RuntimeException e) {
            // JGit throws what it likes where an index is damaged, or of a kind that only git knows.
            return new Reading.Unknown<>(Cause.UNREADABLE, Reading.reason(e), source);
        }
    }

    private static Reading<Bytes> blob(ObjectReader objects, DirCacheEntry entry, Source source) {
        Source place = source.at(" " + entry.getPathString());
        try {
            ObjectLoader loader = objects.open(entry.getObjectId(), Constants.OBJ_BLOB);
            if (loader.getSize() > MOST_OF_BLOB) {
                return new Reading.Unknown<>(Cause.UNREADABLE, loader.getSize() + " bytes", place);
            }
            return new Reading.Known<>(Bytes.of(loader.getCachedBytes(MOST_OF_BLOB)), place);
        } catch (IOException | RuntimeException e) {
            return new Reading.Unknown<>(Cause.UNREADABLE, Reading.reason(e), place);
        }
    }

    /// Of the repository alone; what user and computer set is read elsewhere.
    private static Map<String, String> settings(Config config) {
        Map<String, String> settings = new HashMap<>();
        for (String section : config.getSections()) {
            take(config, section, Optional.empty(), settings);
            for (String subsection : config.getSubsections(section)) {
                take(config, section, Optional.of(subsection), settings);
            }
        }
        return settings;
    }

    private static void take(Config config, String section, Optional<String> subsection, Map<String, String> into) {
        String start = section.toLowerCase(Locale.ROOT)
                + subsection.map(name -> "." + name).orElse("") + ".";
        for (String name : config.getNames(section, subsection.orElse(null), false)) {
            String value = config.getString(section, subsection.orElse(null), name);
            // A name alone means true.
            into.put(start + name.toLowerCase(Locale.ROOT), value == null ? "true" : value);
        }
    }
}
