package io.devdoctor.repair;

import io.devdoctor.fix.TakesEffect;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// The changes that wait for a restart: told, restarted for, and settled.
record Waiting(Repairer repairer, Entries entries, Proof proof) {

    List<PendingWork> work() throws IOException {
        Map<TakesEffect, List<Entry>> groups = RestartPlan.groups(repairer.pending());
        if (groups.isEmpty()) return List.of();
        RestartPlan plan = RestartPlan.of(proof.again(), proof.restart());
        return groups.entrySet().stream()
                .map(group -> plan.work(group.getKey(), group.getValue()))
                .toList();
    }

    PendingWork.Restarted restart(PendingWork work, Consent consent, Consumer<? super RepairEvent> listener)
            throws IOException {
        if (work.how().isManual()) return new PendingWork.Restarted(new Outcome.HandedOver(""), List.of());
        List<Complaint> complaints = new ArrayList<>();
        // Another process may have taken some of it back since.
        List<Entry> waiting = new ArrayList<>();
        for (Entry entry : work.entries()) {
            Optional<Stored> stored =
                    entries.get(entry.id()).filter(now -> now.entry().state() == Entry.State.PENDING);
            if (stored.isEmpty()) continue;
            waiting.add(entry);
            complaints.addAll(stored.get().complaints());
        }
        if (waiting.isEmpty()) {
            return new PendingWork.Restarted(new Outcome.Refused(Refusal.WRONG_STATE), List.of());
        }
        Outcome outcome = repairer.transact(complaints, work.how(), consent, listener);
        boolean restarted = outcome instanceof Outcome.Cured || outcome instanceof Outcome.NotCured;
        List<PendingWork.Settled> settled = new ArrayList<>();
        for (Entry entry : waiting) {
            settled.add(new PendingWork.Settled(entry, repairer.settle(entry.id(), restarted)));
        }
        return new PendingWork.Restarted(outcome, settled);
    }

    List<PendingWork.Settled> settle() throws IOException {
        List<PendingWork.Settled> settled = new ArrayList<>();
        for (Entry entry : repairer.pending()) {
            Outcome outcome = repairer.proveAgain(entry.id());
            boolean waits = outcome instanceof Outcome.Pending || outcome instanceof Outcome.Refused;
            if (!waits) settled.add(new PendingWork.Settled(entry, outcome));
        }
        return settled;
    }
}
