namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>
/// Marks a command that runs only for somebody who proved who they are within the last ten minutes: approving, giving and
/// revoking access, changing who takes part, and archives.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ConfirmIdentityAttribute : Attribute;
