package io.devdoctor.system.recorded;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Win32;
import java.util.Map;

/// Single facts of the Win32 API, recorded under the names of the port's methods.
final class RecordedWin32 implements Win32 {
    private static final String DOS_DEVICES = "dosDevices";
    private final Json section;
    private final Tape tape;

    RecordedWin32(Json root, Tape tape) {
        this.section = root.member("win32");
        this.tape = tape;
        if (!section.isMissing()) section.members().keySet().forEach(this::check);
    }

    /// Says at once what cannot be read.
    private void check(String name) {
        if (name.equals(DOS_DEVICES)) dosDevices();
        else fact(name);
    }

    @Override
    public Reading<Map<String, String>> dosDevices() {
        Source source = tape.source(Source.Kind.WIN32, DOS_DEVICES);
        return tape.reading(section.member(DOS_DEVICES), source, Json::textsByName);
    }

    @Override
    public Reading<Boolean> hypervisorPresent() {
        return fact("hypervisorPresent");
    }

    @Override
    public Reading<Boolean> processorFeature(int feature) {
        return fact("processorFeature(" + feature + ")");
    }

    @Override
    public Reading<Boolean> vmMonitorModeExtensions() {
        return fact("vmMonitorModeExtensions");
    }

    @Override
    public Reading<Boolean> export(String library, String function) {
        return fact("export(" + library + "!" + function + ")");
    }

    @Override
    public Reading<Boolean> memberOf(String group) {
        return fact("memberOf(" + group + ")");
    }

    @Override
    public Reading<Boolean> listedIn(String group) {
        return fact("listedIn(" + group + ")");
    }

    private Reading<Boolean> fact(String name) {
        Source source = tape.source(Source.Kind.WIN32, name);
        return tape.reading(section.member(name), source, Json::truth);
    }
}
