namespace InspectionPortal.Web.Features.Inspections;

public sealed record NumberedText(int Number, string Text);
