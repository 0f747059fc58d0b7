package io.devdoctor.system.recorded;

import io.devdoctor.machine.Reading;
import io.devdoctor.system.Win32;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/// Keeps single facts of the Win32 API.
final class RecordingWin32 implements Win32 {
    private final Win32 source;
    private final Spool spool;

    RecordingWin32(Win32 source, Spool spool) {
        this.source = source;
        this.spool = spool;
    }

    @Override
    public Reading<Boolean> hypervisorPresent() {
        return keep("hypervisorPresent", source.hypervisorPresent());
    }

    @Override
    public Reading<Boolean> processorFeature(int feature) {
        return keep("processorFeature(" + feature + ")", source.processorFeature(feature));
    }

    @Override
    public Reading<Map<String, String>> dosDevices() {
        Reading<Map<String, String>> reading = source.dosDevices();
        spool.outcome(reading, devices -> {
                    ObjectNode json = Spool.JSON.objectNode();
                    devices.forEach(
                            (drive, target) -> json.put(drive, spool.masking().text(target)));
                    return json;
                })
                .ifPresent(json -> spool.put("win32", "dosDevices", json));
        return reading;
    }

    @Override
    public Reading<Boolean> vmMonitorModeExtensions() {
        return keep("vmMonitorModeExtensions", source.vmMonitorModeExtensions());
    }

    @Override
    public Reading<Boolean> export(String library, String function) {
        return keep("export(" + library + "!" + function + ")", source.export(library, function));
    }

    @Override
    public Reading<Boolean> memberOf(String group) {
        return keep("memberOf(" + group + ")", source.memberOf(group));
    }

    @Override
    public Reading<Boolean> listedIn(String group) {
        return keep("listedIn(" + group + ")", source.listedIn(group));
    }

    private Reading<Boolean> keep(String name, Reading<Boolean> reading) {
        spool.outcome(reading, Spool.JSON::booleanNode).ifPresent(json -> spool.put("win32", name, json));
        return reading;
    }
}
