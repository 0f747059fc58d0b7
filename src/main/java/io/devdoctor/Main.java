package io.devdoctor;

import io.devdoctor.cli.CliServices;
import io.devdoctor.cli.DevDoctorCommand;
import io.devdoctor.cli.ExitCode;
import io.devdoctor.cli.Terminal;
import io.devdoctor.report.Reports;
import io.devdoctor.text.Language;
import java.util.Locale;

/// The entry point: wires adapters to ports and hands over to the command line, which opens the window.
public final class Main {
    private Main() {}

    /// Ends with one of [ExitCode].
    public static void main(String[] arguments) {
        Terminal terminal = Terminals.system();
        int exit = LastWords.guard(terminal, () -> run(terminal, arguments));
        terminal.out().flush();
        terminal.err().flush();
        // The toolkit, docker-java and OSHI may leave threads behind; the work is done.
        System.exit(exit);
    }

    private static int run(Terminal terminal, String... arguments) {
        Home home = Home.open(terminal);
        LocalSystem system = LocalSystem.here();
        LocalMachines machines = new LocalMachines(system::ports);
        RepairWiring repairs = new RepairWiring(system, home);
        CliServices services = new CliServices(
                machines,
                Reports::write,
                repairs::repairer,
                new AppWindow(machines, repairs, home, Version.CURRENT),
                Language.of(Locale.getDefault().toLanguageTag()),
                home.folder().root().resolve("reports"),
                Version.CURRENT);
        return DevDoctorCommand.run(services, terminal, arguments);
    }
}
