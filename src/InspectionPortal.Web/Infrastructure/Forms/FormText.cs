using InspectionPortal.Domain.Text;

namespace InspectionPortal.Web.Infrastructure.Forms;

/// <summary>A partnership's words as forms say them: short names for turns of <see cref="EnglishText"/>.</summary>
public static class FormText
{
    /// <summary>"Stretch aim" as "stretch aim"; an abbreviation stays as it is.</summary>
    public static string Small(string word) => EnglishText.Within(word);

    /// <summary>With its article: "a stretch aim", "an improvement project".</summary>
    public static string A(string word) => EnglishText.WithArticle(EnglishText.Within(word));

    /// <summary>More than one.</summary>
    public static string Many(string word) => EnglishText.Plural(EnglishText.Within(word));
}
