namespace InspectionPortal.Web.Features.Plans.Views;

/// <summary>A recommendation that the aim answers, by itself or through what hangs below it.</summary>
public sealed record AimAnswer(AskedItem Recommendation, bool IsInferred, string? Through);
