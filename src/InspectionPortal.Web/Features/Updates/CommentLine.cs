namespace InspectionPortal.Web.Features.Updates;

/// <summary>One comment on an update.</summary>
/// <param name="By">Who wrote it.</param>
/// <param name="At">When, in words.</param>
/// <param name="Text">What they wrote.</param>
public sealed record CommentLine(string By, string At, string Text);
