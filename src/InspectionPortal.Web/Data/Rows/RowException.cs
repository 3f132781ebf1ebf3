namespace InspectionPortal.Web.Data.Rows;

/// <summary>A value that a row cannot have. The message names the row's kind and the value, and is for people.</summary>
public sealed class RowException(string message, Exception? inner = null) : Exception(message, inner);
