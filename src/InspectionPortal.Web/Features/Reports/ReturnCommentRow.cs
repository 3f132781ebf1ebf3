namespace InspectionPortal.Web.Features.Reports;

/// <summary>What has to change about one project.</summary>
public sealed class ReturnCommentRow
{
    public Guid? ProjectId { get; set; }

    public string? Text { get; set; }

    public bool IsBlank => ProjectId is null && string.IsNullOrWhiteSpace(Text);
}
