namespace InspectionPortal.Web.Features.Imports.Merging;

/// <summary>A name that the partnership does not know, as a doubt with a choice.</summary>
public sealed record UnknownLead(string Name, string Where, int Rows, string Choice);
