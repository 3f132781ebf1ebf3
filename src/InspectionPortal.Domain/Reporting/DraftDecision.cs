namespace InspectionPortal.Domain.Reporting;

/// <summary>A decision that the partnership lead asks the chief officers for.</summary>
/// <param name="Id">Of the row in the form, so that sending the form twice adds it once.</param>
/// <param name="Text">What the chief officers are asked to decide.</param>
/// <param name="ProjectId">The project it is about; null where it is about none or several.</param>
public sealed record DraftDecision(Guid Id, string Text, Guid? ProjectId)
{
    public const int TextMaxLength = 500;
    public const int Maximum = 30;
}
