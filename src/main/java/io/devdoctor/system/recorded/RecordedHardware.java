package io.devdoctor.system.recorded;

import io.devdoctor.machine.Host;
import io.devdoctor.machine.Network;
import io.devdoctor.machine.Reading;
import io.devdoctor.machine.Source;
import io.devdoctor.system.Hardware;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;

/// Hardware facts of a recording.
final class RecordedHardware implements Hardware {
    private final Reading<Host.Memory> memory;
    private final Reading<Host.Processor> processor;
    private final Reading<List<Host.Volume>> volumes;
    private final Reading<List<Network.Listener>> listeners;
    private final Reading<List<Network.Route>> routes;
    private final Reading<List<Network.Address>> addresses;
    private final Reading<List<String>> programs;
    private final Reading<Instant> booted;

    RecordedHardware(Json root, Tape tape) {
        Json hardware = root.member("hardware");
        memory = read(tape, hardware, "memory", json -> new Host.Memory(need(json, "total"), need(json, "available")));
        processor = read(
                tape, hardware, "cpu", json -> new Host.Processor(json.whole("logical", 0), json.whole("physical", 0)));
        volumes = read(tape, hardware, "volumes", each(RecordedHardware::volume));
        listeners = read(tape, hardware, "listeners", each(RecordedHardware::listener));
        Json network = root.member("network");
        routes = read(tape, network, "routes", each(RecordedHardware::route));
        addresses = read(tape, network, "addresses", each(RecordedHardware::address));
        programs = read(tape, hardware, "programs", Json::texts);
        booted = read(tape, hardware, "booted", Json::instant);
    }

    @Override
    public Reading<Host.Memory> memory() {
        return memory;
    }

    @Override
    public Reading<Host.Processor> processor() {
        return processor;
    }

    @Override
    public Reading<List<Host.Volume>> volumes() {
        return volumes;
    }

    @Override
    public Reading<List<Network.Listener>> listeners() {
        return listeners;
    }

    @Override
    public Reading<List<Network.Route>> routes() {
        return routes;
    }

    @Override
    public Reading<List<Network.Address>> addresses() {
        return addresses;
    }

    @Override
    public Reading<List<String>> programs() {
        return programs;
    }

    @Override
    public Reading<Instant> booted() {
        return booted;
    }

    private static <T> Reading<T> read(Tape tape, Json hardware, String name, Function<Json, T> value) {
        return tape.reading(
                hardware.member(name),
                tape.source(Source.Kind.HARDWARE, name.equals("cpu") ? "processor" : name),
                value);
    }

    private static <T> Function<Json, List<T>> each(Function<Json, T> value) {
        return json -> json.elements().stream().map(value).toList();
    }

    private static long need(Json json, String name) {
        return json.member(name).number();
    }

    private static Host.Volume volume(Json json) {
        return new Host.Volume(
                json.member("mount").text(),
                json.text("type", ""),
                json.text("kind", "fixed"),
                need(json, "total"),
                need(json, "usable"));
    }

    private static Network.Route route(Json json) {
        return new Network.Route(json.member("destination").text(), json.text("via", ""));
    }

    private static Network.Address address(Json json) {
        return new Network.Address(
                json.text("adapter", ""), json.member("address").text(), json.whole("prefix", 0));
    }

    private static Network.Listener listener(Json json) {
        return new Network.Listener(
                json.whole("port", 0),
                json.text("address", ""),
                json.text("protocol", "tcp"),
                json.number("pid", 0),
                json.text("program", ""));
    }
}
