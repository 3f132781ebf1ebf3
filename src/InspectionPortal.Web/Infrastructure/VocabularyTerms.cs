using InspectionPortal.Domain.Partnerships;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>The partnership's own words within a sentence, for every view: "objective" where it does not say project.</summary>
public sealed class VocabularyTerms(CurrentSession current)
{
    private Vocabulary Vocabulary => current.Tenant?.Partnership.Vocabulary ?? new Vocabulary();

    public string Aim => EnglishText.Said(Vocabulary.StretchAimWord, "aim");

    public string Driver => EnglishText.Said(Vocabulary.KeyDriverWord, "driver");

    public string Project => EnglishText.Said(Vocabulary.ImprovementProjectWord, "project");

    public string Step => EnglishText.Within(Vocabulary.SubActionWord);

    public string Measure => EnglishText.Said(Vocabulary.MeasureWord, "measure");

    public string Recommendation => EnglishText.Within(Vocabulary.RecommendationWord);

    /// <summary>A priority of their own is not one of the inspection's recommendations.</summary>
    public string RecommendationOf(bool isOwnPriority) => isOwnPriority ? "own priority" : Recommendation;

    /// <summary>A word as it stands at the start of a sentence: "Objective".</summary>
    public static string Start(string word) => word.Length == 0 ? word : $"{char.ToUpperInvariant(word[0])}{word[1..]}";

    /// <summary>"a project, a driver or an aim".</summary>
    public string AnyPlace => $"{EnglishText.WithArticle(Project)}, {EnglishText.WithArticle(Driver)} or {EnglishText.WithArticle(Aim)}";
}
