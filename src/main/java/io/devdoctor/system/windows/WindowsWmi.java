package io.devdoctor.system.windows;

import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.COM.COMException;
import com.sun.jna.platform.win32.COM.COMUtils;
import com.sun.jna.platform.win32.COM.Wbemcli;
import com.sun.jna.platform.win32.COM.Wbemcli.IEnumWbemClassObject;
import com.sun.jna.platform.win32.COM.Wbemcli.IWbemClassObject;
import com.sun.jna.platform.win32.COM.Wbemcli.IWbemServices;
import com.sun.jna.platform.win32.COM.WbemcliUtil;
import com.sun.jna.platform.win32.Ole32;
import com.sun.jna.platform.win32.OleAuto;
import com.sun.jna.platform.win32.Variant;
import com.sun.jna.ptr.IntByReference;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Budget;
import io.devdoctor.system.Wmi;
import io.devdoctor.system.live.Bounded;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// WMI through jna-platform's COM mappings, each query on a thread of its own: a first call may stall for minutes on
/// managed machines.
final class WindowsWmi implements Wmi {
    private static final int WBEM_E_ACCESS_DENIED = 0x80041003;
    /// WBEM_E_INVALID_NAMESPACE, WBEM_E_INVALID_CLASS: this Windows has nothing of the kind.
    private static final Set<Integer> ABSENT = Set.of(0x8004100E, 0x80041010);
    private static final int FLAGS = Wbemcli.WBEM_FLAG_FORWARD_ONLY | Wbemcli.WBEM_FLAG_RETURN_IMMEDIATELY;

    @Override
    public Reading<List<Map<String, Object>>> rows(
            String namespace, String className, List<String> columns, String where) {
        String query = "SELECT " + String.join(",", columns) + " FROM " + className
                + (where.isEmpty() ? "" : " WHERE " + where);
        Source source = new Source(Source.Kind.WMI, namespace + ": " + query, Instant.now());
        return Bounded.read(source, Budget.WMI, () -> query(namespace, query, columns, source));
    }

    // unverified on Windows: IWbemServices.ExecQuery, IEnumWbemClassObject.Next, IWbemClassObject.Get
    private static Reading<List<Map<String, Object>>> query(
            String namespace, String query, List<String> columns, Source source) {
        COMUtils.checkRC(Ole32.INSTANCE.CoInitializeEx(Pointer.NULL, Ole32.COINIT_MULTITHREADED));
        try {
            IWbemServices services = WbemcliUtil.connectServer(namespace);
            try {
                IEnumWbemClassObject found = services.ExecQuery("WQL", query, FLAGS, null);
                try {
                    return new Reading.Known<>(rows(found, columns), source);
                } finally {
                    found.Release();
                }
            } finally {
                services.Release();
            }
        } catch (COMException e) {
            // unverified on Windows: a class that this Windows lacks is refused by Next, not by ExecQuery.
            boolean absent =
                    e.getHresult() != null && ABSENT.contains(e.getHresult().intValue());
            if (absent) return new Reading.Absent<>(source);
            boolean denied = e.getHresult() != null && e.getHresult().intValue() == WBEM_E_ACCESS_DENIED;
            Reading.Cause cause = denied ? Reading.Cause.DENIED : Reading.Cause.FAILED;
            return new Reading.Unknown<>(cause, Reading.reason(e), source);
        } finally {
            Ole32.INSTANCE.CoUninitialize();
        }
    }

    private static List<Map<String, Object>> rows(IEnumWbemClassObject found, List<String> columns) {
        List<Map<String, Object>> rows = new ArrayList<>();
        int wait = (int) Budget.WMI.duration().toMillis();
        for (IWbemClassObject[] next = found.Next(wait, 1); next.length > 0; next = found.Next(wait, 1)) {
            try {
                rows.add(row(next[0], columns));
            } finally {
                next[0].Release();
            }
        }
        return rows;
    }

    private static Map<String, Object> row(IWbemClassObject object, List<String> columns) {
        Map<String, Object> row = new HashMap<>();
        for (String column : columns) {
            Variant.VARIANT.ByReference value = new Variant.VARIANT.ByReference();
            COMUtils.checkRC(object.Get(column, 0, value, new IntByReference(), new IntByReference()));
            Object plain = value.getValue();
            OleAuto.INSTANCE.VariantClear(value);
            if (plain instanceof Boolean flag) {
                row.put(column, flag);
            } else if (plain instanceof com.sun.jna.platform.win32.OaIdl.VARIANT_BOOL flag) {
                row.put(column, flag.booleanValue());
            } else if (plain instanceof Number number) {
                row.put(column, number.longValue());
            } else if (plain != null) {
                row.put(column, plain.toString());
            }
        }
        return row;
    }
}
