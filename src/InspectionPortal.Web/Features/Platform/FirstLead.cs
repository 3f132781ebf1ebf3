namespace InspectionPortal.Web.Features.Platform;

public sealed record FirstLead(string Name, string Email);
