package io.devdoctor.machine;

/// Whether this user may speak to Docker Desktop, as far as Windows decides it: the group `docker-users`.
///
/// @param account `COMPUTER\\name` as Windows writes it; "" = not known
/// @param member  whether programs that are started now have the group's rights; Absent = there is no such group
/// @param listed  whether the group lists the user
public record DockerAccess(String account, Reading<Boolean> member, Reading<Boolean> listed) {}
