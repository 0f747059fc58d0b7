package io.devdoctor.system;

import io.devdoctor.machine.Reading;
import io.devdoctor.machine.ServiceState;

/// Reads the service control manager. Only "no such service" (1060) is Absent; refused access is Unknown.
public interface Services {
    /// @param name the key name of a service or driver
    Reading<ServiceState> service(String name);
}
