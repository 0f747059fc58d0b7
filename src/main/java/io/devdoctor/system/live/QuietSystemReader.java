package io.devdoctor.system.live;

import java.io.IOException;
import java.util.TimeZone;
import java.util.concurrent.TimeUnit;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/// What JGit may know of this computer: no settings of the user or the system, for which it would run git, and the
/// resolution of file times told beforehand, which it would else measure by writing files and keep in a file of its
/// own.
final class QuietSystemReader extends SystemReader {
    private static final String FILE_TIMES = "filesystem";

    private final Told told = new Told();

    QuietSystemReader() {
        setPlatformChecker();
    }

    /// Nothing but an answer to the one question of which the measuring depends.
    private static final class Told extends StoredConfig {
        @Override
        public long getTimeUnit(
                String section, @Nullable String subsection, String name, long otherwise, TimeUnit unit) {
            return section.equals(FILE_TIMES) ? unit.convert(2, TimeUnit.SECONDS) : otherwise;
        }

        @Override
        public void load() {
            // There is no file.
        }

        @Override
        public void save() throws IOException {
            throw new IOException("read only");
        }
    }

    private static final class NoFile extends FileBasedConfig {
        NoFile(@Nullable Config parent, FS fs) {
            super(parent, new java.io.File(""), fs);
        }

        @Override
        public void load() {
            // There is no file.
        }

        @Override
        public void save() throws IOException {
            throw new IOException("read only");
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }

    @Override
    public StoredConfig getUserConfig() {
        return told;
    }

    @Override
    public StoredConfig getJGitConfig() {
        return told;
    }

    @Override
    public StoredConfig getSystemConfig() {
        return told;
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new NoFile(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new NoFile(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new NoFile(parent, fs);
    }

    @Override
    public String getHostname() {
        return "localhost";
    }

    /// GIT_DIR and its like are about another repository.
    @Override
    public @Nullable String getenv(String variable) {
        return null;
    }

    @Override
    public @Nullable String getProperty(String key) {
        return System.getProperty(key);
    }

    /// Nobody else can implement it until JGit drops it.
    @Override
    @SuppressWarnings("deprecation")
    public long getCurrentTime() {
        return System.currentTimeMillis();
    }

    /// Nobody else can implement it until JGit drops it.
    @Override
    @SuppressWarnings("deprecation")
    public int getTimezone(long when) {
        return TimeZone.getDefault().getOffset(when) / 60_000;
    }
}
