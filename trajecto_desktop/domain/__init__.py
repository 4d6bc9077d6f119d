"""What the words mean: pure values and rules, without file, Excel, Qt or clock. Imports only `errors`."""
