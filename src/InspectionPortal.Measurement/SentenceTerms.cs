namespace InspectionPortal.Measurement;

/// <summary>The words that a sentence about a chart borrows from its measure.</summary>
/// <param name="Period">What one figure covers, in the singular: "month". "figure" unless said.</param>
/// <param name="Unit">What follows a number: "%", " days". Nothing unless said.</param>
/// <param name="Factor">What a value is multiplied by to be shown: 100 for a proportion shown as a percentage. On p and p′ percentages
/// are shown whatever is said.</param>
public sealed record SentenceTerms(string Period = "figure", string Unit = "", double Factor = 1);
