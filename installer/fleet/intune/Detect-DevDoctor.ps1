<#
.SYNOPSIS
    Detection script of a remediation in Intune: is there something that DevDoctor repairs without asking anybody?
.DESCRIPTION
    Examines the machine as the signed-in user, keeps the report, prints one line.
    Exit codes: 0 = nothing to repair, 1 = the remediation script has work, 2 = DevDoctor is missing or failed.
    Assign it with "Run this script using the logged-on credentials: Yes" and "64-bit PowerShell: Yes".
    Runs in Windows PowerShell 5.1 and PowerShell 7; the file is ASCII, since 5.1 reads files without a mark as ANSI.
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
        exit 2
    }
    $devdoctor = $found.Source
}

# A file, not the pipe: Windows PowerShell reads pipes in the console's code page, and the report is UTF-8.
$folder = Join-Path $env:LOCALAPPDATA 'DevDoctor\reports'
New-Item -ItemType Directory -Path $folder -Force | Out-Null
$file = Join-Path $folder 'fleet.json'
# What stands on stderr is taken for an error of this script, so it is kept away from there. Where it is redirected,
# Windows PowerShell 5.1 ends a script at the first line of it under 'Stop'.
$ErrorActionPreference = 'Continue'
$said = @(& $devdoctor check --format json --output $file --force --quiet --lang en --timeout 5m --host-label $env:COMPUTERNAME 2>&1)
$code = $LASTEXITCODE
$ErrorActionPreference = 'Stop'
if (@(0, 1, 2) -notcontains $code) {
    Write-Output "DevDoctor failed with exit code $code. $($said | Select-Object -Last 1)"
    exit 2
}

$report = Get-Content -LiteralPath $file -Raw -Encoding UTF8 | ConvertFrom-Json
$ill = @($report.findings | Where-Object { @('PROBLEM', 'WARNING') -contains $_.verdict })
$repairable = @($ill | Where-Object { @($_.fixes | Where-Object { $_.safe }).Count -gt 0 })
$line = '{0} problems, {1} warnings, {2} unknown' -f $report.summary.problem, $report.summary.warning, $report.summary.unknown
if ($repairable.Count -gt 0) {
    $line += '; to be repaired: ' + (@($repairable | ForEach-Object { $_.check } | Sort-Object -Unique) -join ', ')
}
# Intune keeps the last line, and of it 2048 characters.
Write-Output $line.Substring(0, [Math]::Min($line.Length, 2000))
if ($repairable.Count -gt 0) { exit 1 }
exit 0
