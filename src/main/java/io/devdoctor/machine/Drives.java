package io.devdoctor.machine;

import java.util.List;
import java.util.Map;

/// Sharing between Windows and Linux: the network provider behind `\\wsl.localhost`.
///
/// @param providerOrder, hwProviderOrder value ProviderOrder below `…\Control\NetworkProvider\{Order,HwOrder}`, comma
/// list
/// @param triggerPrefixes TriggerStartPrefix of P9NP
/// @param redirector      the driver P9Rdr
/// @param devices         drive letters of this session (`C:`) with the device behind each
/// @param mapped          network drives that Windows connects at each sign-in: `Z:` → `\\server\share`
public record Drives(
        Reading<String> providerOrder,
        Reading<String> hwProviderOrder,
        Reading<List<String>> triggerPrefixes,
        Reading<ServiceState> redirector,
        Reading<Map<String, String>> devices,
        Reading<Map<String, String>> mapped) {}
