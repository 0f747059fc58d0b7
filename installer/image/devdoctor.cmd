@echo off
rem DevDoctor on the command line, with the Java that lies in this folder.
setlocal
set "DEVDOCTOR_DIR=%~dp0.."
"%DEVDOCTOR_DIR%\runtime\bin\java.exe" ^
 @OPTIONS@ ^
 @MAIN@ %*
exit /b %ERRORLEVEL%
