namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>
/// A command that the person who ran it can undo for ten minutes. What it changed must be in the partnership's audit, and nothing
/// else than rows may follow from it: no e-mail and no file.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CanUndoAttribute : Attribute;
