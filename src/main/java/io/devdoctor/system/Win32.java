package io.devdoctor.system;

import io.devdoctor.machine.Reading;
import java.util.Map;

/// Single facts of the Win32 and NT API, by the names used in recordings.
public interface Win32 {
    /// NtQuerySystemInformation(SystemHypervisorInformation = 0x5B), byte 2.
    Reading<Boolean> hypervisorPresent();

    /// IsProcessorFeaturePresent; 21 = virtualization enabled in firmware, 20 = second level address translation.
    Reading<Boolean> processorFeature(int feature);

    /// Drive letters of this session (`C:`) with what stands behind each: `\Device\HarddiskVolume3`; a folder that
    /// subst gave a letter as `\??\D:\code`; a share as `\Device\LanmanRedirector\;Z:…\server\share`.
    Reading<Map<String, String>> dosDevices();

    /// Whether the processor has VMX or SVM at all (WMI Win32_Processor.VMMonitorModeExtensions).
    Reading<Boolean> vmMonitorModeExtensions();

    /// Whether a library of System32 has a function of this name; a library that is not there has none.
    Reading<Boolean> export(String library, String function);

    /// Whether what this user starts now has the rights of a group of this computer; Absent = there is no such group.
    Reading<Boolean> memberOf(String group);

    /// Whether the group lists this user, who has its rights from the next sign-in on; Absent = as above.
    Reading<Boolean> listedIn(String group);
}
