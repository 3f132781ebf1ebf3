using System.Text.Encodings.Web;
using InspectionPortal.Domain.Projects;
using InspectionPortal.Domain.Ratings;
using InspectionPortal.Web.Components.TagHelpers;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace InspectionPortal.Web.Tests.Components;

/// <summary>What rows of a long table write by themselves is what the tag helper writes.</summary>
public sealed class RowMarkupTests
{
    public static TheoryData<string, string, string, string> Ratings => new()
    {
        { "on-track", "On track", "green", "circle" },
        { "at-risk", "At risk & <late>", "amber", "triangle" },
        { "odd", "Ünïque", "no such colour", "no such shape" },
        { Rating.NotRated.Code, Rating.NotRated.Name, Rating.NotRated.Colour, Rating.NotRated.Shape },
    };

    [Theory]
    [MemberData(nameof(Ratings))]
    public void Rating_InARow_IsTheTag(string code, string name, string colour, string shape)
    {
        var rating = Rating.NotRated with { Code = code, Name = name, Colour = colour, Shape = shape };

        Assert.Equal(Drawn(new RatingTagHelper { Value = rating }), Words(RatingTagHelper.Of(rating)));
    }

    [Theory]
    [InlineData("in-progress")]
    [InlineData("NoActionNeeded")]
    [InlineData("As <written> & said")]
    [InlineData(ProjectStatus.DoneAndEvidenced)]
    public void Status_InARow_IsTheTag(object value) => Assert.Equal(Drawn(new StatusTagHelper { Value = value }), Words(StatusTagHelper.Of(value)));

    private static string Drawn(TagHelper helper)
    {
        var output = new TagHelperOutput("x", [], (_, _) => Task.FromResult<TagHelperContent>(new DefaultTagHelperContent()));
        helper.Process(new TagHelperContext([], new Dictionary<object, object>(), "id"), output);
        return Words(output);
    }

    private static string Words(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
