package io.devdoctor.system.recorded;

import io.devdoctor.machine.Reading;
import io.devdoctor.system.Pipes;
import io.devdoctor.system.Registry;
import io.devdoctor.system.Services;
import io.devdoctor.system.Win32;
import io.devdoctor.system.Wmi;
import java.util.Map;

/// The ports that only Windows has; on other systems their questions do not arise.
record WindowsPorts(Registry registry, Services services, Pipes pipes, Win32 win32, Wmi wmi) {

    static WindowsPorts of(Json root, Tape tape) {
        if (!tape.platform().isWindows()) {
            return new WindowsPorts(_ -> none(), _ -> none(), _ -> none(), new NoWin32(), (_, _, _, _) -> none());
        }
        return new WindowsPorts(
                new RecordedRegistry(root, tape),
                new RecordedServices(root, tape),
                new RecordedPipes(root, tape),
                new RecordedWin32(root, tape),
                new RecordedWmi(root, tape));
    }

    private static <T> Reading<T> none() {
        return new Reading.NotApplicable<>("not Windows");
    }

    private static final class NoWin32 implements Win32 {
        @Override
        public Reading<Boolean> hypervisorPresent() {
            return none();
        }

        @Override
        public Reading<Boolean> processorFeature(int feature) {
            return none();
        }

        @Override
        public Reading<Map<String, String>> dosDevices() {
            return none();
        }

        @Override
        public Reading<Boolean> vmMonitorModeExtensions() {
            return none();
        }

        @Override
        public Reading<Boolean> export(String library, String function) {
            return none();
        }

        @Override
        public Reading<Boolean> memberOf(String group) {
            return none();
        }

        @Override
        public Reading<Boolean> listedIn(String group) {
            return none();
        }
    }
}
