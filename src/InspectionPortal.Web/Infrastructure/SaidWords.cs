using InspectionPortal.Web.Identity;
using InspectionPortal.Web.Tenancy;

namespace InspectionPortal.Web.Infrastructure;

/// <summary>The partnership's own words within a sentence, for every view: "objective" where it does not say project.</summary>
public sealed class SaidWords(CurrentSession current)
{
    private Vocabulary Vocabulary => current.Tenant?.Partnership.Vocabulary ?? new Vocabulary();

    public string Aim => Words.Said(Vocabulary.StretchAimWord, "aim");

    public string Driver => Words.Said(Vocabulary.KeyDriverWord, "driver");

    public string Project => Words.Said(Vocabulary.ImprovementProjectWord, "project");

    public string Step => Words.Within(Vocabulary.SubActionWord);

    public string Measure => Words.Said(Vocabulary.MeasureWord, "measure");

    public string Recommendation => Words.Within(Vocabulary.RecommendationWord);

    /// <summary>"a project, a driver or an aim".</summary>
    public string AnyPlace => $"{Words.WithArticle(Project)}, {Words.WithArticle(Driver)} or {Words.WithArticle(Aim)}";
}
