namespace InspectionPortal.Web.Features.Reports;

/// <summary>What a chief officer said about one project, and where to put it right.</summary>
public sealed record ReturnedItem(Guid ProjectId, string Number, string Title, string Text, Guid? UpdateId);
