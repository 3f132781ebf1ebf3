namespace InspectionPortal.Web.Infrastructure.Pipeline;

/// <summary>
/// Marks the one command that a link officer may send in a partnership: a request about a recommendation. Its own transaction only reads,
/// under the role that can only read; the portal writes the request in the partnership's name. A test holds that there is no other.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class LinkOfficerAsksAttribute : Attribute;
