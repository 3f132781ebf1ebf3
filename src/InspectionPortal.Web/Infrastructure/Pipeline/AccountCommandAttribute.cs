namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>
/// Marks an account command (sign out, own password, own last visit): the only commands a link officer can run.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class AccountCommandAttribute : Attribute;
