<#
.SYNOPSIS
    Remediation script of a remediation in Intune: applies every repair that stops, deletes and asks nothing.
.DESCRIPTION
    What it changes is written to DevDoctor's journal first: "devdoctor history" lists it, "devdoctor undo" takes it back.
    Exit codes: 0 = repaired, or done and waiting for a restart; 1 = not everything could be repaired.
    Assign it with "Run this script using the logged-on credentials: Yes" and "64-bit PowerShell: Yes".
#>
# unverified on Windows: read with care, run nowhere.
$ErrorActionPreference = 'Stop'

$places = @(
    "$env:LOCALAPPDATA\Programs\DevDoctor\bin\devdoctor.cmd",
    "$env:ProgramFiles\DevDoctor\bin\devdoctor.cmd"
)
$devdoctor = $places | Where-Object { Test-Path -LiteralPath $_ } | Select-Object -First 1
if (-not $devdoctor) {
    $found = Get-Command -Name 'devdoctor' -CommandType Application -ErrorAction SilentlyContinue | Select-Object -First 1
    if (-not $found) {
        Write-Output 'DevDoctor is not installed for this user.'
        exit 1
    }
    $devdoctor = $found.Source
}

# A remediation that writes to stderr counts as failed and is not looked at again, whatever its exit code. Where stderr
# is redirected, Windows PowerShell 5.1 ends a script at the first line of it under 'Stop'.
$ErrorActionPreference = 'Continue'
$said = @(& $devdoctor fix --all-safe --yes --lang en 2>&1)
$code = $LASTEXITCODE
switch ($code) {
    0 { Write-Output 'Repaired and verified.'; exit 0 }
    1 { Write-Output 'Repaired as far as possible now; some of it takes effect after a restart.'; exit 0 }
    2 { Write-Output 'Not everything was cured; devdoctor history tells what was done.'; exit 1 }
    default { Write-Output "DevDoctor failed with exit code $code. $($said | Select-Object -Last 1)"; exit 1 }
}
