package io.devdoctor.machine;

import java.util.List;

/// Sharing between Windows and Linux: the network provider behind `\\wsl.localhost`.
///
/// @param providerOrder, hwProviderOrder value ProviderOrder below `…\Control\NetworkProvider\{Order,HwOrder}`, comma
/// list
/// @param triggerPrefixes TriggerStartPrefix of P9NP
/// @param redirector      the driver P9Rdr
public record Drives(
        Reading<String> providerOrder,
        Reading<String> hwProviderOrder,
        Reading<List<String>> triggerPrefixes,
        Reading<ServiceState> redirector) {}
