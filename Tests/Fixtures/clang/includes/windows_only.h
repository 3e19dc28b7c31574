int windows_only;
