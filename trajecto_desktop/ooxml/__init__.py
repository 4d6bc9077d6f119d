"""The file format: zip container, parts and XML of a workbook; knows nothing of fiches or colour codes."""
