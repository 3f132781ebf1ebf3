namespace InspectionPortal.Web.Features.Email;

/// <summary>The list of e-mails that were written to files.</summary>
public sealed record DevelopmentMailPage(string Folder, IReadOnlyList<DevelopmentMailRow> Rows);
