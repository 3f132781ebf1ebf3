using System.Text;
using InspectionPortal.Domain.Reporting.Editions;

namespace InspectionPortal.Web.Tests.Features.Reports;

public sealed class ScrutinyEditionTests
{
    [Theory]
    [InlineData("{}")]
    [InlineData("""{"aims":null,"measures":null,"recommendations":null,"evidence":null}""")]
    public void Read_NothingInIt_OpensNothing(string json)
    {
        var edition = ScrutinyEdition.Read(Encoding.UTF8.GetBytes(json));

        Assert.Empty(edition.Rated());
        Assert.Empty(edition.Measures);
        Assert.Empty(edition.Recommendations);
        Assert.Empty(edition.Evidence);
    }

    [Fact]
    public void Read_FromBeforeSignalsWereRead_HasNoWorst()
    {
        var edition = ScrutinyEdition.Read("""{"measures":[{"title":"Visits"}],"evidence":[{"title":"Audit"}],"aims":[{"number":"1"}]}"""u8.ToArray());

        Assert.Null(Assert.Single(edition.Measures).Worst());
        Assert.Empty(Assert.Single(edition.Evidence).Projects);
        Assert.Empty(edition.Rated());
    }
}
