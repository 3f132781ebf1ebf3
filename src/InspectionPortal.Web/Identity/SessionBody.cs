namespace InspectionPortal.Web.Identity;

public sealed record SessionBody(Guid Id, string Name, string ShortName);
