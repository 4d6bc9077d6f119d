; Installer for one person, without administrator rights. Made by tools/make_bundle.py: iscc /DVersion=0.1.0 trajecto-desktop.iss
[Setup]
AppId={{8F0E3C5B-6E1B-4C7C-9C7E-2D6A1B7F4A10}
AppName=Trajecto Desktop
AppVersion={#Version}
AppPublisher=Trajecto Desktop
DefaultDirName={autopf}\Trajecto Desktop
DefaultGroupName=Trajecto Desktop
PrivilegesRequired=lowest
DisableProgramGroupPage=yes
OutputBaseFilename=trajecto-desktop-{#Version}-windows-setup
SetupIconFile=..\..\build\bundle\trajecto-desktop.ico
UninstallDisplayIcon={app}\trajecto-desktop.exe
LicenseFile=..\..\LICENSE
Compression=lzma2
SolidCompression=yes
ArchitecturesAllowed=x64compatible
ArchitecturesInstallIn64BitMode=x64compatible
ChangesAssociations=yes
WizardStyle=modern

[Languages]
Name: "nl"; MessagesFile: "compiler:Languages\Dutch.isl"
Name: "en"; MessagesFile: "compiler:Default.isl"

[Files]
Source: "..\..\build\bundle\dist\trajecto-desktop\*"; DestDir: "{app}"; Flags: recursesubdirs ignoreversion

[Icons]
Name: "{group}\Trajecto Desktop"; Filename: "{app}\trajecto-desktop.exe"

[Registry]
; "Open with" for workbooks; Excel stays what opens them by default.
Root: HKCU; Subkey: "Software\Classes\Applications\trajecto-desktop.exe"; ValueType: string; ValueName: "FriendlyAppName"; ValueData: "Trajecto Desktop"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\Applications\trajecto-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".xlsx"; ValueData: ""
Root: HKCU; Subkey: "Software\Classes\Applications\trajecto-desktop.exe\SupportedTypes"; ValueType: string; ValueName: ".xlsm"; ValueData: ""
Root: HKCU; Subkey: "Software\Classes\Applications\trajecto-desktop.exe\shell\open\command"; ValueType: string; ValueData: """{app}\trajecto-desktop.exe"" ""%1"""
Root: HKCU; Subkey: "Software\Classes\TrajectoDesktop.Workbook"; ValueType: string; ValueData: "Excel-werkmap"; Flags: uninsdeletekey
Root: HKCU; Subkey: "Software\Classes\TrajectoDesktop.Workbook\shell\open\command"; ValueType: string; ValueData: """{app}\trajecto-desktop.exe"" ""%1"""
Root: HKCU; Subkey: "Software\Classes\.xlsx\OpenWithProgids"; ValueType: string; ValueName: "TrajectoDesktop.Workbook"; ValueData: ""; Flags: uninsdeletevalue
Root: HKCU; Subkey: "Software\Classes\.xlsm\OpenWithProgids"; ValueType: string; ValueName: "TrajectoDesktop.Workbook"; ValueData: ""; Flags: uninsdeletevalue

[Run]
Filename: "{app}\trajecto-desktop.exe"; Description: "{cm:LaunchProgram,Trajecto Desktop}"; Flags: nowait postinstall skipifsilent
