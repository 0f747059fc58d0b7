@echo off
rem Starts DevDoctor with the Java that comes with it, else DEVDOCTOR_JAVA_HOME, JAVA_HOME or the PATH.
setlocal
call :folder

set "DEVDOCTOR_JAVA=%DEVDOCTOR_DIR%\runtime\bin\java.exe"
if exist "%DEVDOCTOR_JAVA%" goto start
set "DEVDOCTOR_JAVA=java.exe"
if defined JAVA_HOME set "DEVDOCTOR_JAVA=%JAVA_HOME%\bin\java.exe"
if defined DEVDOCTOR_JAVA_HOME set "DEVDOCTOR_JAVA=%DEVDOCTOR_JAVA_HOME%\bin\java.exe"

rem An older java would print a stack trace about class file versions: say it in words.
"%DEVDOCTOR_JAVA%" -XshowSettings:properties -version 2>&1 | "%SystemRoot%\System32\findstr.exe" /r /c:"java.specification.version = 2[5-9]" /c:"java.specification.version = [3-9][0-9]" >nul
if not errorlevel 1 goto start
echo DevDoctor needs Java 25 or newer and "%DEVDOCTOR_JAVA%" is none: set DEVDOCTOR_JAVA_HOME to the folder of one. 1>&2
exit /b 3

:start
"%DEVDOCTOR_JAVA%" ^
 "--module-path=%DEVDOCTOR_DIR%\javafx" ^
 --add-modules=javafx.controls ^
 --enable-native-access=javafx.graphics,ALL-UNNAMED ^
 -XX:+UseSerialGC -XX:TieredStopAtLevel=1 ^
 -Djdk.lang.Process.allowAmbiguousCommands=false ^
 -classpath "%DEVDOCTOR_DIR%\lib\*" ^
 io.devdoctor.Main %*
exit /b %ERRORLEVEL%

:folder
rem Asked here: at the top %%~dp0 is wrong where "devdoctor" was called in quotes and found on the PATH.
set "DEVDOCTOR_DIR=%~dp0.."
exit /b
