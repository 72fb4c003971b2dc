"""What scripts/audit looks at, one file for each tool."""
