@echo off
rem DevDoctor on the command line, with the Java that lies in this folder.
setlocal
call :folder
"%DEVDOCTOR_DIR%\runtime\bin\java.exe" ^
 @OPTIONS@ ^
 @MAIN@ %*
exit /b %ERRORLEVEL%

:folder
rem Asked here: at the top %%~dp0 is wrong where "devdoctor" was called in quotes and found on the PATH.
set "DEVDOCTOR_DIR=%~dp0.."
exit /b
