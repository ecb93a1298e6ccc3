"""What every script has without an import: functions, classes and exceptions."""
